using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Planner.Core.Specialists;
using Planner.Integrations.Specialists;

namespace Planner.Integrations.Codebase;

/// <summary>The code bases of a server: the section <c>Codebases</c>, checked before anything is started.</summary>
public sealed class ServedCodebases
{
    private readonly Dictionary<string, string> folders;

    private ServedCodebases(Dictionary<string, string> folders) => this.folders = folders;

    /// <summary>Names in ordinal order.</summary>
    public IEnumerable<string> Names => folders.Keys.Order(StringComparer.Ordinal);

    /// <summary>Reads the section; each folder must be there and hold something.</summary>
    /// <exception cref="OptionsValidationException">A setting is missing or wrong; it says how to mend it.</exception>
    public static ServedCodebases From(IConfiguration configuration)
    {
        var sections = configuration.GetSection("Codebases").GetChildren().ToList();
        return sections.Count == 0
            ? throw Wrong("No code base is set up: set Codebases__NAME__Path to a folder, for example Codebases__shop__Path=samples/shop.")
            : new ServedCodebases(sections.ToDictionary(s => s.Key, Folder, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>The absolute folder of a name, or null.</summary>
    public string? Folder(string name) => folders.GetValueOrDefault(name);

    /// <summary>
    /// The panel with what the team of the code base added. The panel is one for all runs of a server, so it is the
    /// built-in one where several code bases are served and none adds to it.
    /// </summary>
    /// <exception cref="OptionsValidationException">What a team added cannot be used; it says how to mend it.</exception>
    public SpecialistPanel Panel()
    {
        try
        {
            var own = folders.Where(f => TeamSpecialistFolder.Read(f.Value).Count > 0).ToList();
            return own.Count == 0 ? SpecialistPanel.BuiltIn()
                : folders.Count == 1 ? TeamSpecialistFolder.Panel(own[0].Value)
                : throw Wrong($"The code base '{own[0].Key}' brings specialists of its own ({TeamSpecialistFolder.Folder}), which would speak about the others too: serve it alone.");
        }
        catch (SpecialistFileException e)
        {
            throw Wrong(e.Message);
        }
    }

    private static string Folder(IConfigurationSection section)
    {
        var setting = $"Codebases__{section.Key}__Path";
        if (section["Path"] is not { Length: > 0 } path)
        {
            throw Wrong($"{setting} is missing: give the folder of the code base. Other places (GitUrl, Archive) are not read by this version.");
        }

        var full = Path.GetFullPath(path);
        return !Directory.Exists(full) ? throw Wrong($"{setting} is '{path}', which is no folder: give the folder of the code base.")
            : !Directory.EnumerateFileSystemEntries(full).Any() ? throw Wrong($"{setting} is '{path}', which is empty: there is nothing to plan against.")
            : full;
    }

    private static OptionsValidationException Wrong(string fault) => new("Codebases", typeof(ServedCodebases), [fault]);
}
