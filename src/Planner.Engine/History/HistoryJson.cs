using System.Text.Json.Serialization;

namespace Planner.Engine.History;

/// <summary>How histories are written, in the store and in files.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(HistoryEvent[]))]
[JsonSerializable(typeof(RunHistory))]
internal sealed partial class HistoryJson : JsonSerializerContext;
