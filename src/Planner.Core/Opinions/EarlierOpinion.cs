using System.Text.Json.Serialization;

namespace Planner.Core.Opinions;

/// <summary>
/// Opinions as they were kept before designs were a list: a property for each kind. Runs that wait, and plans that are made again,
/// read such opinions from their folders. They are read, and never written.
/// </summary>
public sealed partial record Opinion
{
    [JsonInclude]
    [JsonPropertyName("schema")]
    private SchemaDesign? EarlierSchema
    {
        init => Designs = With(value);
    }

    [JsonInclude]
    [JsonPropertyName("pipelines")]
    private PipelineDesign? EarlierPipelines
    {
        init => Designs = With(value);
    }

    [JsonInclude]
    [JsonPropertyName("services")]
    private ServiceDesign? EarlierServices
    {
        init => Designs = With(value);
    }

    [JsonInclude]
    [JsonPropertyName("api")]
    private ApiDesign? EarlierApi
    {
        init => Designs = With(value);
    }

    [JsonInclude]
    [JsonPropertyName("frontend")]
    private FrontendDesign? EarlierFrontend
    {
        init => Designs = With(value);
    }

    [JsonInclude]
    [JsonPropertyName("performance")]
    private PerformanceDesign? EarlierPerformance
    {
        init => Designs = With(value);
    }

    private IReadOnlyList<Design> With(Design? design) => design is null ? Designs : [.. Designs, design];
}
