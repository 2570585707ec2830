using YamlDotNet.Serialization;

namespace Planner.Core.Text.Words;

/// <summary>Words of languages and trades that are looked for, from <c>Vocabulary.yaml</c>.</summary>
internal static class Vocabulary
{
    private static readonly Lazy<Dictionary<string, Dictionary<string, string[]>>> Sections = new(Read);

    /// <summary>Every list as section and key.</summary>
    public static IEnumerable<(string Section, string Key)> Lists => Sections.Value.SelectMany(s => s.Value.Keys.Select(k => (s.Key, k)));

    /// <summary>A list, in the order in which it stands.</summary>
    /// <exception cref="KeyNotFoundException">There is no such list.</exception>
    public static string[] Words(string section, string key) => Sections.Value[section][key];

    private static Dictionary<string, Dictionary<string, string[]>> Read()
    {
        using var stream = typeof(Vocabulary).Assembly.GetManifestResourceStream("vocabulary.yaml")!;
        using var reader = new StreamReader(stream);
        return new DeserializerBuilder().Build().Deserialize<Dictionary<string, Dictionary<string, string[]>>>(reader);
    }
}
