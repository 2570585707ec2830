namespace Shop.Services;

/// <summary>Something that a request names does not exist.</summary>
public sealed class ResourceNotFoundException(string kind, long id) : Exception($"{kind} {id} does not exist.")
{
    public string Kind { get; } = kind;
    public long Id { get; } = id;
}
