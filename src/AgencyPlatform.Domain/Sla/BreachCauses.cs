namespace AgencyPlatform.Domain.Sla;

/// <summary>What broke a promise: time that went by, or a new target that was already exceeded when it came.</summary>
public static class BreachCauses
{
    public const string Time = "time";
    public const string Retarget = "retarget";
}
