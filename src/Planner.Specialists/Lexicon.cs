using YamlDotNet.Serialization;

namespace Planner.Specialists;

/// <summary>The words that rules look for, from <c>Lexicon.yaml</c>.</summary>
internal static class Lexicon
{
    private static readonly Lazy<Dictionary<string, Dictionary<string, string[]>>> Sections = new(Read);

    /// <summary>Every list as section and key.</summary>
    public static IEnumerable<(string Section, string Key)> Lists => Sections.Value.SelectMany(s => s.Value.Keys.Select(k => (s.Key, k)));

    /// <summary>A list, in the order in which it stands.</summary>
    /// <exception cref="KeyNotFoundException">There is no such list.</exception>
    public static string[] Words(string section, string key) => Sections.Value[section][key];

    private static Dictionary<string, Dictionary<string, string[]>> Read()
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream("lexicon.yaml")!;
        using var reader = new StreamReader(stream);
        return new DeserializerBuilder().Build().Deserialize<Dictionary<string, Dictionary<string, string[]>>>(reader);
    }
}
