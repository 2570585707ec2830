namespace Planner.Specialists.Catalogue;

/// <summary>The texts of a file with the facts of one ticket.</summary>
internal sealed class FilledEntry(CatalogueFile file, SlotValues values)
{
    /// <summary>True where the file has such a section.</summary>
    public bool Has(string section) => file.Sections.Contains(section, StringComparer.Ordinal);

    /// <summary>The sentences of a section that hold, one after the other.</summary>
    /// <exception cref="CatalogueException">There is no such section, none of its sentences holds, or a slot of it is not offered.</exception>
    public string Text(string section) =>
        List(section) is { Count: > 0 } lines ? string.Join(' ', lines) : throw file.Wrong($"of the section '{section}' no sentence holds");

    /// <summary>The items of a section that hold.</summary>
    /// <exception cref="CatalogueException">There is no such section, or a slot of it is not offered.</exception>
    public IReadOnlyList<string> List(string section)
    {
        var sentences = file.Section(section);
        return sentences.SelectMany(s => s.Names).Except(values.Names, StringComparer.Ordinal).FirstOrDefault() is { } unknown
            ? throw file.Wrong($"the section '{section}' uses {{{unknown}}}, which its class does not offer")
            : [.. sentences.Where(s => s.Holds(values)).Select(s => s.Fill(values))];
    }
}
