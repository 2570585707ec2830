using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Planner.Core.LanguageModels;

namespace Planner.Core.Artifacts.Records;

/// <summary>The shape of <c>manifest.json</c>: what a version consists of, and of what it was made.</summary>
public sealed record Manifest
{
    /// <summary>Its path.</summary>
    public const string Path = "manifest.json";

    /// <summary>The run that made the version.</summary>
    public required string RunId { get; init; }

    /// <summary>The ticket's key.</summary>
    public required string Ticket { get; init; }

    /// <summary>From 1.</summary>
    public required int Version { get; init; }

    /// <summary>ISO 8601, UTC.</summary>
    public required string CreatedAt { get; init; }

    /// <summary>The version of the story that ran.</summary>
    public required string StoryVersion { get; init; }

    /// <summary>APPROVED and so on.</summary>
    public required string Verdict { get; init; }

    /// <summary>Every other file, sorted by path.</summary>
    public required IReadOnlyList<ManifestFile> Files { get; init; }

    /// <summary>Hashes of what went in, by name: ticket, criteria, commit, schema.</summary>
    public required IReadOnlyDictionary<string, string> Inputs { get; init; }

    /// <summary>Who thought: <c>rules</c>, or names of models.</summary>
    public required IReadOnlyList<string> Models { get; init; }

    /// <summary>Tokens of all model calls.</summary>
    public required TokenCount Tokens { get; init; }

    /// <summary>What the model calls cost, in US dollars.</summary>
    public required decimal CostUsd { get; init; }

    /// <summary>What the calls took in full, in all and by who asked; left out where no call was paid.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ModelCallRecord? ModelCalls { get; init; }

    /// <summary>Hashes of the team's own definitions and templates, by path.</summary>
    public required IReadOnlyDictionary<string, string> Overrides { get; init; }

    /// <summary>What every artifact says that the plan could not take into account; left out where there is nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Limitations { get; init; }

    /// <summary>Files left out, with the reason.</summary>
    public required IReadOnlyList<NotApplicable> NotApplicable { get; init; }
}

/// <summary>A file of a version.</summary>
public sealed record ManifestFile(string Path, string Sha256, long Bytes)
{
    /// <summary>The entry of an artifact.</summary>
    public static ManifestFile Of(Artifact artifact)
    {
        var bytes = Encoding.UTF8.GetBytes(artifact.Text);
        return new(artifact.Path, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length);
    }
}

/// <summary>What paid calls of models took in a run.</summary>
/// <param name="Total">All of them.</param>
/// <param name="By">
/// Those of each specialist by its name, under <c>reading</c> those that read the ticket, and under <c>audit</c> those that read the plan.
/// </param>
public sealed record ModelCallRecord(CallTotal Total, IReadOnlyDictionary<string, CallTotal> By)
{
    /// <summary>Of totals by who asked; null where there are none.</summary>
    public static ModelCallRecord? Of(IReadOnlyDictionary<string, CallTotal>? by) =>
        by is null ? null : new(by.Values.Aggregate(CallTotal.None, (sum, one) => sum + one), by);
}

/// <summary>Tokens sent and received.</summary>
public sealed record TokenCount(long Input, long Output);
