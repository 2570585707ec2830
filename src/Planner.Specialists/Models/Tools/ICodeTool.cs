using System.Text.Json;
using Planner.Core.LanguageModels;

namespace Planner.Specialists.Models.Tools;

/// <summary>Something that a model may look up. It reads what the run scanned and nothing else; it cannot write, run or reach out.</summary>
internal interface ICodeTool
{
    /// <summary>How the model is told of it.</summary>
    ModelTool Description { get; }

    /// <summary>What it gives for arguments, as data; or what is wrong with them, in a sentence.</summary>
    Task<string> Use(JsonElement arguments, LookupPlace place, CancellationToken cancellation);
}
