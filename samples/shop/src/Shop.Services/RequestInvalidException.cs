namespace Shop.Services;

/// <summary>A request breaks one or more rules. <see cref="Errors"/> has the messages by field.</summary>
public sealed class RequestInvalidException(IReadOnlyDictionary<string, string[]> errors)
    : Exception("The request is not valid.")
{
    public RequestInvalidException(string field, string message)
        : this(new Dictionary<string, string[]> { [field] = [message] })
    {
    }

    public IReadOnlyDictionary<string, string[]> Errors { get; } = errors;
}
