using System.Text.Json.Serialization;

namespace Planner.Core.Opinions;

/// <summary>What a specialist designs. The kinds are closed: those of this assembly, and no others.</summary>
/// <remarks>
/// As JSON an object with <c>kind</c> (<c>schema</c>, <c>pipelines</c>, <c>services</c>, <c>api</c>, <c>frontend</c> or
/// <c>performance</c>) before its other fields.
/// </remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(SchemaDesign), "schema")]
[JsonDerivedType(typeof(PipelineDesign), "pipelines")]
[JsonDerivedType(typeof(ServiceDesign), "services")]
[JsonDerivedType(typeof(ApiDesign), "api")]
[JsonDerivedType(typeof(FrontendDesign), "frontend")]
[JsonDerivedType(typeof(PerformanceDesign), "performance")]
public abstract record Design
{
    private protected Design()
    {
    }

    /// <summary>What the function for its kind gives. A new kind is a new parameter, so that no caller can forget it.</summary>
    // The compiler cannot tell that a hierarchy of classes is closed: a switch over it needs a default, which would hide a new kind.
    internal abstract T Match<T>(
        Func<SchemaDesign, T> schema,
        Func<PipelineDesign, T> pipelines,
        Func<ServiceDesign, T> services,
        Func<ApiDesign, T> api,
        Func<FrontendDesign, T> frontend,
        Func<PerformanceDesign, T> performance);
}
