using System.Xml;
using System.Xml.Linq;
using Planner.Core.Grounding.Facts;

namespace Planner.Codebase.CSharp;

/// <summary>Reads project files and shared build files; no target is run, no document type or entity is expanded.</summary>
internal static class ProjectReader
{
    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    public static bool IsProject(string path) => Path.GetExtension(path) is ".csproj" or ".fsproj" or ".vbproj";

    /// <summary>Null where it is no XML.</summary>
    public static ProjectFact? Read(string path, string text)
    {
        var document = Parse(text);
        if (document is null)
        {
            return null;
        }

        var name = Path.GetFileNameWithoutExtension(path);
        var packages = Includes(document, "PackageReference");
        return new ProjectFact(
            path,
            name,
            [.. Includes(document, "ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Replace('\\', '/'))).Order(StringComparer.Ordinal)],
            [.. packages.Order(StringComparer.Ordinal)],
            IsTest(document, name, packages));
    }

    private static XDocument? Parse(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Safe);
            return XDocument.Load(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static List<string> Includes(XDocument document, string element) =>
        [.. document.Descendants()
            .Where(e => e.Name.LocalName == element)
            .Select(e => e.Attribute("Include")?.Value ?? "")
            .Where(v => v.Length > 0)
            .Distinct(StringComparer.Ordinal)];

    private static bool IsTest(XDocument document, string name, List<string> packages)
    {
        var said = document.Descendants().FirstOrDefault(e => e.Name.LocalName == "IsTestProject")?.Value.Trim();
        return said is null
            ? packages.Any(TestFrameworks.IsOne) || name.EndsWith("Tests", StringComparison.Ordinal) || name.EndsWith(".Test", StringComparison.Ordinal)
            : said.Equals("true", StringComparison.OrdinalIgnoreCase);
    }
}
