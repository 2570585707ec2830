namespace Shop.Services.Orders;

/// <summary>The rules for a new order that need no database.</summary>
public sealed class OrderValidator
{
    public const int MaxLines = 50;
    public const int MaxQuantity = 1000;

    /// <exception cref="RequestInvalidException">A rule is broken.</exception>
    public void Validate(PlaceOrderRequest request)
    {
        var errors = Errors(request).ToList();
        if (errors.Count > 0)
        {
            throw new RequestInvalidException(new Dictionary<string, string[]> { ["lines"] = [.. errors] });
        }
    }

    private static IEnumerable<string> Errors(PlaceOrderRequest request)
    {
        if (request.Lines.Count is 0 or > MaxLines)
        {
            yield return $"An order must have from 1 to {MaxLines} lines.";
        }

        if (request.Lines.Any(line => line.Quantity is < 1 or > MaxQuantity))
        {
            yield return $"A quantity must be from 1 to {MaxQuantity}.";
        }

        if (request.Lines.DistinctBy(line => line.ProductId).Count() != request.Lines.Count)
        {
            yield return "A product may stand on one line only.";
        }
    }
}
