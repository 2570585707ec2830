using System.Text.Json;
using System.Text.Json.Serialization;

namespace Planner.Core.Opinions;

/// <summary>What kind of thing work makes or rests on.</summary>
public enum ResourceKind
{
    /// <summary>A table or view, like <c>table:order_returns</c>; <c>public</c> goes without saying.</summary>
    Table,

    /// <summary>A column, like <c>column:orders.status</c>.</summary>
    Column,

    /// <summary>A type, like <c>type:IReturnService</c>.</summary>
    Type,

    /// <summary>An endpoint, like <c>endpoint:POST /api/orders</c>; parameters are alike whatever they are called.</summary>
    Endpoint,

    /// <summary>A file from the root, like <c>file:src/Shop/OrderService.cs</c>.</summary>
    File,
}

/// <summary>
/// A thing that a task needs or provides. Tasks meet in things, never in each other's ids: assembly links who needs one with
/// whoever provides it. Two are equal where they mean the same, however they are spelled.
/// </summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Name">Its name as the author wrote it, without the kind.</param>
[JsonConverter(typeof(ResourceText))]
public sealed record Resource(ResourceKind Kind, string Name)
{
    private string Normal => Kind switch
    {
        ResourceKind.Table or ResourceKind.Column => ResourceNames.Sql(Name),
        ResourceKind.Endpoint => ResourceNames.Endpoint(Name),
        ResourceKind.File => ResourceNames.Path(Name),
        _ => Name.Trim(),
    };

    /// <summary>A table.</summary>
    public static Resource Table(string name) => new(ResourceKind.Table, name);

    /// <summary>A type.</summary>
    public static Resource Type(string name) => new(ResourceKind.Type, name);

    /// <summary>An endpoint, like <c>GET /api/orders</c>.</summary>
    public static Resource Endpoint(string name) => new(ResourceKind.Endpoint, name);

    /// <summary>A file.</summary>
    public static Resource File(string path) => new(ResourceKind.File, path);

    /// <summary>Reads <c>table:orders</c>; null where the text has no known kind or no name.</summary>
    public static Resource? Parse(string? text)
    {
        var colon = text?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        return colon > 0
            && Enum.TryParse<ResourceKind>(text![..colon].Trim(), ignoreCase: true, out var kind)
            && Enum.IsDefined(kind)
            && text[(colon + 1)..].Trim() is { Length: > 0 } name
            ? new(kind, name)
            : null;
    }

    /// <summary>True where both mean the same thing.</summary>
    public bool Equals(Resource? other) => other is not null && Kind == other.Kind && Normal == other.Normal;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Kind, StringComparer.Ordinal.GetHashCode(Normal));

    /// <summary><c>table:orders</c>.</summary>
    public override string ToString() => $"{Kind.ToString().ToLowerInvariant()}:{Name}";
}

/// <summary>Writes a resource as its text.</summary>
internal sealed class ResourceText : JsonConverter<Resource>
{
    public override Resource Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Resource.Parse(reader.GetString()) ?? throw new JsonException("A resource is written as kind and name, like table:orders.");

    public override void Write(Utf8JsonWriter writer, Resource value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
