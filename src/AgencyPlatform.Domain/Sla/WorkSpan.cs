namespace AgencyPlatform.Domain.Sla;

/// <summary>A stretch in which people work, <c>[From, To)</c>, in UTC and whole seconds.</summary>
public readonly record struct WorkSpan(DateTimeOffset From, DateTimeOffset To);
