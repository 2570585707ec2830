using System.Text.Json;
using Planner.Core.LanguageModels;

namespace Planner.Specialists.Models.Tools;

/// <summary>
/// Something that a model may look up. It cannot write or run anything, and reads what the run scanned; only tools of servers that the
/// host was set up with reach out.
/// </summary>
internal interface ICodeTool
{
    /// <summary>How the model is told of it.</summary>
    ModelTool Description { get; }

    /// <summary>What it gives for arguments, as data; or what is wrong with them, in a sentence.</summary>
    Task<string> Use(JsonElement arguments, LookupPlace place, CancellationToken cancellation);
}
