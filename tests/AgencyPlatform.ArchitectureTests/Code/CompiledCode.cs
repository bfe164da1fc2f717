using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace AgencyPlatform.ArchitectureTests.Code;

/// <summary>Reads an assembly's metadata and instructions and answers with every mention of a type or member.</summary>
internal sealed class CompiledCode
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<Use>> Known = new();

    private static readonly Dictionary<ushort, OperandType> Operands = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!)
        .ToDictionary(code => unchecked((ushort)code.Value), code => code.OperandType);

    private readonly MetadataReader reader;
    private readonly PEReader file;
    private readonly MentionedTypes types;
    private readonly List<Use> uses = [];
    private TypeName owner = new("", "", "");
    private string method = "";

    private CompiledCode(PEReader file)
    {
        this.file = file;
        reader = file.GetMetadataReader();
        types = new MentionedTypes(reader.GetString(reader.GetAssemblyDefinition().Name));
    }

    public static IReadOnlyList<Use> Of(Assembly assembly) => Known.GetOrAdd(assembly.Location, static path =>
    {
        using var file = new PEReader(File.OpenRead(path));
        var code = new CompiledCode(file);
        code.ReadTypes();
        return code.uses;
    });

    private void ReadTypes()
    {
        foreach (var handle in reader.TypeDefinitions)
        {
            var type = reader.GetTypeDefinition(handle);
            owner = Outermost(handle);
            method = "";
            Mention(types.Of(reader, type.BaseType));
            foreach (var i in type.GetInterfaceImplementations()) { Mention(types.Of(reader, reader.GetInterfaceImplementation(i).Interface)); }

            Constraints(type.GetGenericParameters());
            Marks(type.GetCustomAttributes());
            foreach (var f in type.GetFields())
            {
                Mention(reader.GetFieldDefinition(f).DecodeSignature(types, null));
                Marks(reader.GetFieldDefinition(f).GetCustomAttributes());
            }

            foreach (var p in type.GetProperties()) { Marks(reader.GetPropertyDefinition(p).GetCustomAttributes()); }

            foreach (var m in type.GetMethods()) { ReadMethod(reader.GetMethodDefinition(m)); }
        }
    }

    private void ReadMethod(MethodDefinition definition)
    {
        method = reader.GetString(definition.Name);
        var signature = definition.DecodeSignature(types, null);
        Mention([.. signature.ReturnType, .. signature.ParameterTypes.SelectMany(p => p)]);
        Constraints(definition.GetGenericParameters());
        Marks(definition.GetCustomAttributes());
        foreach (var p in definition.GetParameters()) { Marks(reader.GetParameter(p).GetCustomAttributes()); }

        if (definition.RelativeVirtualAddress == 0) { return; }

        var body = file.GetMethodBody(definition.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil)
        {
            Mention([.. reader.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(types, null).SelectMany(l => l)]);
        }

        foreach (var region in body.ExceptionRegions.Where(r => !r.CatchType.IsNil)) { Mention(types.Of(reader, region.CatchType)); }

        ReadInstructions(body.GetILReader());
    }

    private void ReadInstructions(BlobReader il)
    {
        while (il.RemainingBytes > 0)
        {
            ushort code = il.ReadByte();
            if (code == 0xFE) { code = (ushort)(0xFE00 | il.ReadByte()); }

            switch (Operands[code])
            {
                case OperandType.InlineNone: break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar: il.Offset += 1; break;
                case OperandType.InlineVar: il.Offset += 2; break;
                case OperandType.InlineI8 or OperandType.InlineR: il.Offset += 8; break;
                case OperandType.InlineSwitch:
                    var targets = il.ReadInt32();
                    il.Offset += 4 * targets;
                    break;
                case OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok:
                    Token(MetadataTokens.EntityHandle(il.ReadInt32()), []);
                    break;
                default: il.Offset += 4; break;
            }
        }
    }

    private void Token(EntityHandle handle, ImmutableArray<TypeName> arguments)
    {
        switch (handle.Kind)
        {
            case HandleKind.MethodSpecification:
                var spec = reader.GetMethodSpecification((MethodSpecificationHandle)handle);
                ImmutableArray<TypeName> given = [.. spec.DecodeSignature(types, null).SelectMany(a => a)];
                Mention(given);
                Token(spec.Method, given);
                break;
            case HandleKind.MemberReference:
                var member = reader.GetMemberReference((MemberReferenceHandle)handle);
                Member(types.Of(reader, member.Parent), reader.GetString(member.Name), arguments);
                break;
            case HandleKind.MethodDefinition:
                var called = reader.GetMethodDefinition((MethodDefinitionHandle)handle);
                Member(types.Of(reader, called.GetDeclaringType()), reader.GetString(called.Name), arguments);
                break;
            case HandleKind.FieldDefinition:
                var field = reader.GetFieldDefinition((FieldDefinitionHandle)handle);
                Member(types.Of(reader, field.GetDeclaringType()), reader.GetString(field.Name), arguments);
                break;
            default:
                Mention(types.Of(reader, handle));
                break;
        }
    }

    private void Member(ImmutableArray<TypeName> parent, string name, ImmutableArray<TypeName> arguments)
    {
        if (parent.IsEmpty) { return; }

        Mention(parent);
        uses.Add(new Use(owner, method, parent[0], name, arguments));
    }

    private void Mention(ImmutableArray<TypeName> mentioned) => uses.AddRange(mentioned.Select(t => new Use(owner, method, t, null, [])));

    private void Marks(CustomAttributeHandleCollection attributes)
    {
        foreach (var handle in attributes) { Token(reader.GetCustomAttribute(handle).Constructor, []); }
    }

    private void Constraints(GenericParameterHandleCollection parameters)
    {
        foreach (var constraint in parameters.SelectMany(p => reader.GetGenericParameter(p).GetConstraints()))
        {
            Mention(types.Of(reader, reader.GetGenericParameterConstraint(constraint).Type));
        }
    }

    private TypeName Outermost(TypeDefinitionHandle handle)
    {
        while (reader.GetTypeDefinition(handle).GetDeclaringType() is { IsNil: false } outer) { handle = outer; }

        return types.Of(reader, handle)[0];
    }
}
