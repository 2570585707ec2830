namespace Planner.Specialists.Catalogue;

/// <summary>A file of the catalogue in the hands of the class that fills it.</summary>
internal abstract class CatalogueEntry
{
    private readonly CatalogueFile file;
    private readonly IReadOnlyList<Type> offers;

    /// <param name="folder">Decisions or risks.</param>
    /// <param name="key">The file's name.</param>
    /// <param name="offers">The records with which it is filled.</param>
    protected CatalogueEntry(string folder, string key, IReadOnlyList<Type> offers)
    {
        (Name, Key, this.offers) = ($"{folder}/{key}", key, offers);
        file = CatalogueFile.Load(Name);
        if (file.Head.One("key") != key)
        {
            throw file.Wrong($"its key must be '{key}', as its name is");
        }
    }

    /// <summary>Folder and key.</summary>
    public string Name { get; }

    /// <summary>Names it within the product.</summary>
    public string Key { get; }

    /// <summary>Who brings it up; empty where any specialist may.</summary>
    public string Specialist => file.Head.One("specialist");

    /// <summary>Names of slots and cases that the texts use.</summary>
    public IEnumerable<string> Uses => file.Names;

    /// <summary>Names that its class offers.</summary>
    public IEnumerable<string> Offers => offers.SelectMany(SlotValues.NamesOf).Distinct(StringComparer.Ordinal);

    /// <summary>Puts facts into the texts.</summary>
    /// <exception cref="CatalogueException">The facts offer a name that no text uses.</exception>
    public FilledEntry Fill(object facts)
    {
        var values = SlotValues.Of(facts);
        return values.Names.FirstOrDefault(n => !file.Names.Contains(n)) is { } unused
            ? throw file.Wrong($"no text uses {{{unused}}}, which its class offers")
            : new FilledEntry(file, values);
    }

    /// <summary>Values of the front matter under a name.</summary>
    protected IReadOnlyList<string> Values(string name) => file.Head.Many(name);

    /// <summary>A number in the front matter.</summary>
    protected int Number(string name) => int.TryParse(file.Head.One(name), out var value) ? value : throw file.Wrong($"'{name}' must be a number");

    /// <summary>One of the values of an enum in the front matter.</summary>
    protected T One<T>(string name)
        where T : struct, Enum => Enum.TryParse<T>(file.Head.One(name), out var value) ? value : throw file.Wrong($"'{name}' must be a {typeof(T).Name}");
}
