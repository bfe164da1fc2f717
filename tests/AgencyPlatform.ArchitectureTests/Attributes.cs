using System.Reflection;

namespace AgencyPlatform.ArchitectureTests;

/// <summary>Attributes read by name, so that a law does not depend on where Orleans keeps them.</summary>
internal static class Attributes
{
    public static bool Has(this MemberInfo member, string attribute) => member.Find(attribute) is not null;

    public static string? Text(this MemberInfo member, string attribute) =>
        member.Find(attribute)?.ConstructorArguments.Select(a => a.Value as string).FirstOrDefault();

    public static long? Number(this MemberInfo member, string attribute) =>
        member.Find(attribute)?.ConstructorArguments.Select(a => Convert.ToInt64(a.Value, null)).First();

    private static CustomAttributeData? Find(this MemberInfo member, string attribute) =>
        member.CustomAttributes.FirstOrDefault(a => a.AttributeType.Name == attribute + "Attribute");
}
