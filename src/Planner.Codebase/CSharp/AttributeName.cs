using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Planner.Codebase.CSharp;

/// <summary>An attribute's name without namespace and without the ending that C# lets one leave out.</summary>
internal static class AttributeName
{
    private const string Ending = "Attribute";

    public static string Of(AttributeSyntax attribute)
    {
        var name = TypeReader.NameOf(attribute.Name);
        return name.Length > Ending.Length && name.EndsWith(Ending, StringComparison.Ordinal) ? name[..^Ending.Length] : name;
    }
}
