using System.Globalization;
using System.Text.Json;

namespace Planner.Specialists.Catalogue;

/// <summary>
/// What a class offers to its texts: the properties of a record. A text or a number fills the slot of its name; a flag is a case, and
/// so is a text or a number that may be null.
/// </summary>
internal sealed class SlotValues
{
    /// <summary>For texts without slots.</summary>
    public static readonly object Nothing = new();

    private readonly Dictionary<string, object?> values;

    private SlotValues(Dictionary<string, object?> values) => this.values = values;

    /// <summary>The names that are given.</summary>
    public IEnumerable<string> Names => values.Keys;

    /// <summary>The names that a record of this type offers: <c>Table</c> is <c>table</c>.</summary>
    public static IEnumerable<string> NamesOf(Type facts) => facts.GetProperties().Select(p => Name(p.Name));

    /// <summary>Takes the values of a record.</summary>
    public static SlotValues Of(object facts) =>
        new(facts.GetType().GetProperties().ToDictionary(p => Name(p.Name), p => p.GetValue(facts), StringComparer.Ordinal));

    /// <summary>True for a flag that is set and for a value that is there.</summary>
    public bool Holds(string name) => values[name] is not (null or false);

    /// <summary>The value for a slot.</summary>
    /// <exception cref="CatalogueException">There is none at this time, or the name stands for a case.</exception>
    public string Text(string name) => values[name] switch
    {
        string text => text,
        int number => number.ToString(CultureInfo.InvariantCulture),
        _ => throw new CatalogueException($"The slot {{{name}}} has no value here; put its sentence under the case ({name}) or offer a text."),
    };

    private static string Name(string property) => JsonNamingPolicy.CamelCase.ConvertName(property);
}
