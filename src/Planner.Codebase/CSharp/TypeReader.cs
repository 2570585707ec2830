using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Planner.Core.Grounding.Facts;

namespace Planner.Codebase.CSharp;

/// <summary>Reads declared types with what stands in them. A file of top-level statements declares <c>Program</c>.</summary>
internal static class TypeReader
{
    private const string TopLevel = "Program";

    public static IReadOnlyList<TypeDraft> Read(string path, SourceNodes nodes)
    {
        var contents = new TypeContents(nodes);
        var drafts = nodes.Types
            .Where(t => t.Identifier.ValueText.Length > 0)
            .Select(t => Draft(path, t, contents))
            .ToList();
        if (nodes.Root.Members.OfType<GlobalStatementSyntax>().FirstOrDefault() is { } first)
        {
            drafts.RemoveAll(d => d.Fact.Name == TopLevel);
            var program = new TypeFact(TopLevel, "class", "", path, SourceNodes.Line(first), [], []);
            drafts.Insert(0, new TypeDraft(program, contents.NamesIn(nodes.Root.FullSpan), contents.SqlNamesIn(nodes.Root.FullSpan)));
        }

        return drafts;
    }

    private static TypeDraft Draft(string path, BaseTypeDeclarationSyntax type, TypeContents contents)
    {
        var fact = new TypeFact(
            type.Identifier.ValueText,
            KindOf(type),
            NamespaceOf(type),
            path,
            SourceNodes.Line(type.Identifier),
            Bases(type),
            MemberReader.Read(type));
        return new TypeDraft(fact, contents.NamesIn(type.Span), contents.SqlNamesIn(type.Span));
    }

    private static string KindOf(BaseTypeDeclarationSyntax type) => type switch
    {
        RecordDeclarationSyntax => "record",
        StructDeclarationSyntax => "struct",
        InterfaceDeclarationSyntax => "interface",
        EnumDeclarationSyntax => "enum",
        _ => "class",
    };

    private static string NamespaceOf(SyntaxNode type) => string.Join(
        '.', type.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Reverse().Select(n => n.Name.ToString()));

    private static List<string> Bases(BaseTypeDeclarationSyntax type) =>
        type.BaseList is null ? [] : [.. type.BaseList.Types.Select(b => NameOf(b.Type)).Where(n => n.Length > 0)];

    /// <summary>The last name of a type as written, without type arguments.</summary>
    public static string NameOf(TypeSyntax type) => type switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        NullableTypeSyntax nullable => NameOf(nullable.ElementType),
        PredefinedTypeSyntax predefined => predefined.Keyword.ValueText,
        _ => "",
    };
}
