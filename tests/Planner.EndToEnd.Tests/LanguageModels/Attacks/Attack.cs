using Planner.Testing.Repository;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Planner.EndToEnd.Tests.LanguageModels.Attacks;

/// <summary>
/// One way to make a model act against the team, as the files beside this one have it: what stands where, and what a model does that
/// obeys it.
/// </summary>
public sealed class Attack
{
    private static readonly string Folder = Path.Combine(
        RepositoryRoot.Path, "tests", "Planner.EndToEnd.Tests", "LanguageModels", "Attacks");

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyDictionary<string, Attack> All { get; } = Read().ToDictionary(a => a.Name, StringComparer.Ordinal);

    /// <summary>Kebab-case, unique.</summary>
    public string Name { get; set; } = "";

    /// <summary>
    /// Where it stands: <c>description</c>, <c>title</c>, <c>criterion</c>, <c>label</c>, <c>attachment</c>, <c>attachment-name</c>,
    /// <c>commit</c>, <c>name</c> (of a file), <c>link</c> (from the file to outside), <c>tool</c> (nowhere: the model does it by itself),
    /// or the path of a file of the code base, which is written.
    /// </summary>
    public string At { get; set; } = "";

    /// <summary>What stands there; <c>{secret}</c> is the secret of the team.</summary>
    public string Text { get; set; } = "";

    /// <summary>What an obeying model looks for in all that it is sent; empty: the first line of the text.</summary>
    public string Finds { get; set; } = "";

    /// <summary>What it then writes into every text of its answers; <c>{found}</c> is what it found in the place of the secret.</summary>
    public string Writes { get; set; } = "";

    /// <summary>True where it writes that in the place of paths and not into texts.</summary>
    public bool WritesPaths { get; set; }

    /// <summary>What it then asks tools for: a name, a space and the arguments.</summary>
    public List<string> Calls { get; set; } = [];

    /// <summary>What must stand in no artifact and no comment.</summary>
    public List<string> Forbidden { get; set; } = [];

    /// <summary>True where what is read is noticed and told.</summary>
    public bool Noticed { get; set; }

    /// <summary>Why it never reaches a model; empty where it does.</summary>
    public string Stopped { get; set; } = "";

    /// <summary>True for those that run every day, not only with the long tests.</summary>
    public bool Daily { get; set; }

    /// <summary>What the model looks for.</summary>
    public string Sign => Finds.Length > 0 ? Finds : Text.Split('\n')[0].Trim();

    /// <inheritdoc />
    public override string ToString() => Name;

    private static IEnumerable<Attack> Read()
    {
        var reader = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();
        return Directory.EnumerateFiles(Folder, "*.yaml").Order(StringComparer.Ordinal).SelectMany(f => reader.Deserialize<List<Attack>>(File.ReadAllText(f)));
    }
}
