namespace AgencyPlatform.ArchitectureTests.Code;

/// <summary>A type as metadata names it. A nested type is <c>Outer+Inner</c>.</summary>
internal sealed record TypeName(string Assembly, string Namespace, string Name)
{
    public string FullName => Namespace.Length == 0 ? Name : $"{Namespace}.{Name}";
}

/// <summary>
/// One mention of a type or member in compiled code. <see cref="Owner"/> is the outermost type around it, because closures
/// and state machines are nested types of the type that was written.
/// </summary>
internal sealed record Use(TypeName Owner, string Method, TypeName Target, string? Member, IReadOnlyList<TypeName> TypeArguments)
{
    public string What => Member is null ? Target.FullName : $"{Target.FullName}.{Member}";
}
