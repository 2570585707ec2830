using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Planner.Codebase.CSharp.Tables;

namespace Planner.Codebase.CSharp;

/// <summary>Reads one C# file by its syntax alone; code that does not parse gives what can be read of it.</summary>
internal static class SourceReader
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview, DocumentationMode.None);

    /// <exception cref="InsufficientExecutionStackException">It is nested too deeply to be read safely.</exception>
    public static SourceFacts Read(string path, string text)
    {
        if (NestingGuard.Refuses(text))
        {
            throw new InsufficientExecutionStackException();
        }

        var tree = CSharpSyntaxTree.ParseText(text, Options);
        var nodes = SourceNodes.Of(tree.GetCompilationUnitRoot());
        return new SourceFacts
        {
            Types = TypeReader.Read(path, nodes),
            Registrations = RegistrationReader.Read(path, nodes),
            Tests = TestReader.Read(nodes),
            Routes = new RouteFacts(
                MappedRouteReader.Read(nodes, out var calls),
                calls,
                ControllerReader.Read(nodes),
                FunctionReader.Read(path, nodes)),
            Constants = Constants(nodes),
            Model = ModelReader.Read(path, nodes),
            HasErrors = nodes.Root.ContainsDiagnostics && tree.GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error),
        };
    }

    private static Dictionary<string, string> Constants(SourceNodes nodes)
    {
        var constants = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in nodes.Fields.Where(f => f.Modifiers.Any(SyntaxKind.ConstKeyword) || f.Modifiers.Any(SyntaxKind.ReadOnlyKeyword)))
        {
            foreach (var variable in field.Declaration.Variables)
            {
                if (variable.Initializer?.Value is LiteralExpressionSyntax { Token.Value: string value } && field.Parent is BaseTypeDeclarationSyntax type)
                {
                    constants[$"{type.Identifier.ValueText}.{variable.Identifier.ValueText}"] = value;
                }
            }
        }

        return constants;
    }
}
