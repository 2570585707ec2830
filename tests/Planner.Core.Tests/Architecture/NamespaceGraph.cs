using System.Text.RegularExpressions;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Planner.Core.Tests.Architecture;

/// <summary>One namespace that uses another.</summary>
internal sealed record NamespaceUse(string From, string To);

/// <summary>Which namespaces of a project use which: by what its files import, and by what its compiled types refer to.</summary>
internal sealed partial class NamespaceGraph(IReadOnlyList<NamespaceGraph.Node> nodes)
{
    /// <summary>All of the project, in ordinal order.</summary>
    public IReadOnlyList<string> Namespaces { get; } = [.. nodes.Select(n => n.Name)];

    /// <summary>Every arrow once.</summary>
    public IReadOnlyList<NamespaceUse> Uses { get; } = [.. nodes.SelectMany(n => n.Uses.Select(u => new NamespaceUse(n.Name, u)))];

    public static NamespaceGraph Of(string project) => Of(Imported(project).ToList(), Compiled(project));

    /// <summary>The folders right below a project with all that lies in them, by what their files import; what lies in none is a room too.</summary>
    public static NamespaceGraph OfRooms(string project) =>
        Of([.. Imported(project).Select(u => new NamespaceUse(Room(u.From), Room(u.To)))], []);

    /// <summary>Arrows that lie on a circle; empty where all point one way.</summary>
    public IReadOnlyList<NamespaceUse> Circle()
    {
        var left = nodes.ToDictionary(n => n.Name, n => n.Uses, StringComparer.Ordinal);
        while (left.FirstOrDefault(n => !n.Value.Any(left.ContainsKey)).Key is { } last)
        {
            left.Remove(last);
        }

        // What only stands on a circle is none of it.
        while (left.Keys.FirstOrDefault(n => !left.Any(l => l.Value.Contains(n))) is { } first)
        {
            left.Remove(first);
        }

        return [.. Uses.Where(u => left.ContainsKey(u.From) && left.ContainsKey(u.To))];
    }

    private static NamespaceGraph Of(List<NamespaceUse> imported, IEnumerable<NamespaceUse> compiled)
    {
        // What generators add lies in namespaces of its own.
        var names = imported.Select(u => u.From).ToHashSet(StringComparer.Ordinal);
        var arrows = imported.Concat(compiled).ToLookup(u => u.From, u => u.To, StringComparer.Ordinal);
        return new([.. names
            .Order(StringComparer.Ordinal)
            .Select(n => new Node(n, [.. arrows[n].Where(o => o != n && names.Contains(o)).Distinct(StringComparer.Ordinal)]))]);
    }

    private static string Room(string name) => string.Join('.', name.Split('.').Take(3));

    // Constants leave no trace in what is compiled; their files import them all the same.
    private static IEnumerable<NamespaceUse> Imported(string project) => RepositoryFiles.Files("*.cs", $"src/{project}").SelectMany(file =>
    {
        var from = string.Join('.', RepositoryFiles.Relative(file).Split('/')[1..^1]);
        return Using().Matches(File.ReadAllText(file)).Select(m => new NamespaceUse(from, m.Groups["name"].Value)).Append(new(from, from));
    });

    private static IEnumerable<NamespaceUse> Compiled(string project)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(Path.Combine(AppContext.BaseDirectory, $"{project}.dll"));
        return [.. assembly.MainModule.GetTypes().SelectMany(t => References(t).SelectMany(Parts).Select(r => new NamespaceUse(Space(t), Space(r))))];
    }

    private static IEnumerable<TypeReference> References(TypeDefinition type) =>
    [
        .. type.BaseType is { } parent ? [parent] : Array.Empty<TypeReference>(),
        .. type.Interfaces.Select(i => i.InterfaceType),
        .. type.CustomAttributes.Select(a => a.AttributeType),
        .. type.Fields.Select(f => f.FieldType),
        .. type.Methods.SelectMany(Of),
    ];

    private static IEnumerable<TypeReference> Of(MethodDefinition method) =>
    [
        method.ReturnType,
        .. method.Parameters.Select(p => p.ParameterType),
        .. method.HasBody ? method.Body.Variables.Select(v => v.VariableType).Concat(method.Body.Instructions.SelectMany(Of)) : [],
    ];

    private static IEnumerable<TypeReference> Of(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        MethodReference { DeclaringType: { } type } method => [type, method.ReturnType, .. method.Parameters.Select(p => p.ParameterType)],
        FieldReference field => [field.DeclaringType, field.FieldType],
        _ => [],
    };

    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType),
        TypeSpecification { ElementType: { } element } => Parts(element),
        _ => [type],
    };

    private static string Space(TypeReference type) => type.DeclaringType is { } outer ? Space(outer) : type.Namespace;

    [GeneratedRegex(@"^using (?:static |\w+ = )?(?<name>Planner(?:\.[A-Z]\w*)+);", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Using();

    /// <summary>A namespace and those that it uses.</summary>
    internal sealed record Node(string Name, IReadOnlyList<string> Uses);
}
