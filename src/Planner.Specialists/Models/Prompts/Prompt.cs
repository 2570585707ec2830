using Planner.Core.Text;

namespace Planner.Specialists.Models.Prompts;

/// <summary>
/// Words that models are asked in, read from the files beside this one. What is put into a slot is put in once and never read for
/// slots again.
/// </summary>
internal sealed class Prompt
{
    private readonly IReadOnlyList<(string Text, bool IsSlot)> parts;

    private Prompt(string text)
    {
        Hash = TextHash.Of(text);
        parts = Split(text);
    }

    /// <summary>Rules for all that is asked.</summary>
    public static Prompt System { get; } = Read("system");

    /// <summary>What one specialist is asked.</summary>
    public static Prompt Specialist { get; } = Read("specialist");

    /// <summary>Asks what a ticket wants.</summary>
    public static Prompt Extract { get; } = Read("extract");

    /// <summary>Asks which files a ticket will change.</summary>
    public static Prompt Rank { get; } = Read("rank");

    /// <summary>Asks what is wrong in a plan and what is missing.</summary>
    public static Prompt Audit { get; } = Read("audit");

    /// <summary>What is said when an answer does not fit.</summary>
    public static Prompt Repair { get; } = Read("repair");

    /// <summary>sha256 of its words.</summary>
    public string Hash { get; }

    /// <summary>The words with every slot filled.</summary>
    /// <exception cref="InvalidOperationException">A slot has no value, or a value no slot.</exception>
    public string Fill(params ReadOnlySpan<(string Slot, string Value)> values)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (slot, value) in values)
        {
            given.Add(slot, value);
        }

        var slots = parts.Where(p => p.IsSlot).Select(p => p.Text).ToHashSet(StringComparer.Ordinal);
        return slots.SetEquals(given.Keys)
            ? string.Concat(parts.Select(p => p.IsSlot ? given[p.Text] : p.Text))
            : throw new InvalidOperationException($"The prompt has the slots {string.Join(", ", slots)} and was given {string.Join(", ", given.Keys)}.");
    }

    private static List<(string Text, bool IsSlot)> Split(string text)
    {
        var found = new List<(string, bool)>();
        var at = 0;
        while (text.IndexOf('{', at) is >= 0 and var open && text.IndexOf('}', open) is > 0 and var close)
        {
            found.Add((text[at..open], false));
            found.Add((text[(open + 1)..close], true));
            at = close + 1;
        }

        return [.. found, (text[at..], false)];
    }

    private static Prompt Read(string name)
    {
        using var stream = typeof(Prompt).Assembly.GetManifestResourceStream($"prompts/{name}.md")
            ?? throw new InvalidOperationException($"The prompt {name} is not part of the product.");
        using var reader = new StreamReader(stream);
        return new Prompt(reader.ReadToEnd().ReplaceLineEndings("\n"));
    }
}
