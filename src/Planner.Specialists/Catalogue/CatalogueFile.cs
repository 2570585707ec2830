using Planner.Core.Text;
using Planner.Core.Text.Markdown;

namespace Planner.Specialists.Catalogue;

/// <summary>
/// A Markdown file of the catalogue: front matter, and sections under headings, told as <c>Title</c> or <c>Option A/Title</c>. Each line
/// of a section is a sentence or an item of a list.
/// </summary>
internal sealed class CatalogueFile
{
    private const string Prefix = "catalogue/";

    private readonly string name;
    private readonly Dictionary<string, IReadOnlyList<Sentence>> sections = new(StringComparer.Ordinal);

    private CatalogueFile(string name, FrontMatter head) => (this.name, Head) = (name, head);

    /// <summary>The front matter.</summary>
    public FrontMatter Head { get; }

    /// <summary>Paths of all sections.</summary>
    public IEnumerable<string> Sections => sections.Keys;

    /// <summary>Names of all slots and cases, once.</summary>
    public IReadOnlySet<string> Names { get; private set; } = new HashSet<string>();

    /// <summary>Names of all files, like <c>risks/lock</c>.</summary>
    public static IEnumerable<string> All() => typeof(CatalogueFile).Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(n => n[Prefix.Length..^".md".Length])
        .Order(StringComparer.Ordinal);

    /// <summary>Reads the file of a name.</summary>
    /// <exception cref="CatalogueException">There is none, or it cannot be read.</exception>
    public static CatalogueFile Load(string name)
    {
        using var stream = typeof(CatalogueFile).Assembly.GetManifestResourceStream($"{Prefix}{name}.md")
            ?? throw new CatalogueException($"The catalogue has no file {name}.md.");
        using var reader = new StreamReader(stream);
        return Parse(name, reader.ReadToEnd().ReplaceLineEndings("\n"));
    }

    /// <summary>Reads a text; <paramref name="name"/> is for messages.</summary>
    /// <exception cref="CatalogueException">A section is empty or there twice, or a line stands in none.</exception>
    public static CatalogueFile Parse(string name, string text)
    {
        var head = FrontMatter.Read(text);
        var file = new CatalogueFile(name, head);
        file.Split(head.Body);
        file.Names = file.sections.Values.SelectMany(s => s).SelectMany(s => s.Names).ToHashSet(StringComparer.Ordinal);
        return file;
    }

    /// <summary>The sentences of a section.</summary>
    /// <exception cref="CatalogueException">There is no such section.</exception>
    public IReadOnlyList<Sentence> Section(string path) => sections.GetValueOrDefault(path) ?? throw Wrong($"there is no section '{path}'");

    /// <summary>A fault of this file.</summary>
    public CatalogueException Wrong(string what) => new($"Catalogue/{name}.md: {what}.");

    private void Split(string body)
    {
        var lines = body.Split('\n');
        var headings = MarkdownOutline.Of(body).Headings;
        if (lines[..(headings.Count > 0 ? headings[0].Line - 1 : lines.Length)].Any(l => l.Trim().Length > 0))
        {
            throw Wrong("a line stands above the first heading");
        }

        var parent = "";
        foreach (var (at, heading) in headings.Index())
        {
            parent = heading.Level == 1 ? heading.Text : parent;
            var next = at + 1 < headings.Count ? headings[at + 1] : null;
            var sentences = Sentences(lines[heading.LastLine..(next is null ? lines.Length : next.Line - 1)]);
            if (sentences.Count == 0 ? next is null || next.Level <= heading.Level : !sections.TryAdd(Path(parent, heading), sentences))
            {
                throw Wrong($"the section '{Path(parent, heading)}' is empty or there twice");
            }
        }
    }

    private static string Path(string parent, MarkdownHeading heading) => heading.Level == 1 ? heading.Text : $"{parent}/{heading.Text}";

    private static List<Sentence> Sentences(IEnumerable<string> lines) =>
        [.. lines.Select(l => l.Trim()).Where(l => l.Length > 0).Select(l => new Sentence(l.StartsWith("- ", StringComparison.Ordinal) ? l[2..] : l))];
}
