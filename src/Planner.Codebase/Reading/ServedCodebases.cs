using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Planner.Codebase.Origins;
using Planner.Codebase.Specialists;
using Planner.Core.Grounding.Snapshots;
using Planner.Core.Settings;
using Planner.Core.Specialists;

namespace Planner.Codebase.Reading;

/// <summary>The code bases of a server: the section <c>Codebases</c>, checked before anything is started.</summary>
public sealed class ServedCodebases
{
    private readonly Dictionary<string, CodebaseSettings> settings;
    private readonly Dictionary<string, ICodebaseSource> sources;
    private readonly CodebaseSources made;

    private ServedCodebases(Dictionary<string, CodebaseSettings> settings, CodebaseSources made)
    {
        this.settings = settings;
        this.made = made;
        sources = settings.ToDictionary(s => s.Key, s => made.Source(s.Key, s.Value), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Names in ordinal order.</summary>
    public IEnumerable<string> Names => settings.Keys.Order(StringComparer.Ordinal);

    /// <summary>Reads the section; each folder must be there and hold something. Nothing is fetched.</summary>
    /// <param name="configuration">The host's: section <c>Codebases</c>.</param>
    /// <param name="places">The artifact container; null where artifacts go to a folder.</param>
    /// <param name="data">The absolute folder of the host's data, or null where it has none of its own.</param>
    /// <exception cref="OptionsValidationException">A setting is missing or wrong; it says how to mend it.</exception>
    public static ServedCodebases From(IConfiguration configuration, ISnapshotPlaces? places = null, string? data = null)
    {
        var sections = configuration.GetSection("Codebases").GetChildren().ToList();
        if (sections.Count == 0)
        {
            throw Wrong("No code base is set up: set Codebases__NAME__Path to a folder, for example Codebases__shop__Path=samples/shop.");
        }

        var read = sections.ToDictionary(s => s.Key, s => BoundSection.Bind<CodebaseSettings>(configuration, s.Path), StringComparer.OrdinalIgnoreCase);
        var faults = read.SelectMany(s => CodebaseSettingsCheck.Faults(s.Key, s.Value, places is not null)).ToArray();
        return faults.Length == 0
            ? new ServedCodebases(read, new CodebaseSources(places, data is null ? null : Path.Combine(data, ".planner", "codebases")))
            : throw Wrong(faults);
    }

    /// <summary>
    /// The panel with what the team of the code base added. The panel is one for all runs of a server, so it is the
    /// built-in one where several code bases are served and none adds to it.
    /// </summary>
    /// <exception cref="OptionsValidationException">What a team added cannot be used; it says how to mend it.</exception>
    public SpecialistPanel Panel()
    {
        try
        {
            // What is fetched is not there yet; plans say so where it brings specialists.
            var own = settings.Where(s => s.Value.Path is { Length: > 0 } path && TeamSpecialistFolder.Read(Path.GetFullPath(path)).Count > 0).ToList();
            return own.Count == 0 ? SpecialistPanel.BuiltIn()
                : settings.Count == 1 ? TeamSpecialistFolder.Panel(Path.GetFullPath(own[0].Value.Path!))
                : throw Wrong(
                    $"The code base '{own[0].Key}' brings specialists of its own ({TeamSpecialistFolder.Folder}), "
                    + "which would speak about the others too: serve it alone.");
        }
        catch (SpecialistFileException e)
        {
            throw Wrong(e.Message);
        }
    }

    /// <summary>Reaches a code base and says in a line what is there.</summary>
    public async Task<string> Look(string name, CancellationToken cancellation) =>
        made.Origin(name, settings[name]) is { } origin ? await origin.Look(cancellation) : $"folder {Path.GetFullPath(settings[name].Path!)}";

    internal ICodebaseSource Source(string name) => sources.GetValueOrDefault(name) ?? new FolderSource(null, name);

    private static OptionsValidationException Wrong(params string[] faults) => new("Codebases", typeof(ServedCodebases), faults);
}
