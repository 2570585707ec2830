using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Planner.Codebase.CSharp;

/// <summary>Finds test methods by the attributes of xunit, NUnit and MSTest.</summary>
internal static class TestReader
{
    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal)
    {
        "Fact", "Theory", "SkippableFact", "SkippableTheory", "Test", "TestCase", "TestCaseSource", "TestMethod", "DataTestMethod", "Property",
    };

    public static IReadOnlyList<TestDraft> Read(SourceNodes nodes) => [.. nodes.Methods.Where(IsTest).Select(Draft)];

    private static bool IsTest(MethodDeclarationSyntax method) =>
        method.AttributeLists.SelectMany(l => l.Attributes).Any(a => Attributes.Contains(AttributeName.Of(a)));

    private static TestDraft Draft(MethodDeclarationSyntax method)
    {
        var classes = method.Ancestors().OfType<TypeDeclarationSyntax>().Select(t => t.Identifier.ValueText).ToList();
        return new TestDraft(classes.FirstOrDefault() ?? "", [.. classes.Skip(1)], method.Identifier.ValueText, SourceNodes.Line(method.Identifier));
    }
}
