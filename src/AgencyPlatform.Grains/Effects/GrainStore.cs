namespace AgencyPlatform.Grains.Effects;

/// <summary>The one name under which grains find their storage, whichever provider stands behind it.</summary>
public static class GrainStore
{
    public const string Name = "agency";
}
