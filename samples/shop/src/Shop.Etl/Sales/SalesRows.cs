namespace Shop.Etl.Sales;

/// <summary>A line of an order that counts as sold.</summary>
public sealed record SalesLine(
    long OrderId,
    long ProductId,
    string Currency,
    DateOnly SaleDate,
    int Quantity,
    decimal LineTotal);

/// <summary>A row of <c>reporting.daily_sales</c>.</summary>
public sealed record DailySales(
    DateOnly SaleDate,
    long ProductId,
    string Currency,
    int OrdersCount,
    int UnitsSold,
    decimal NetAmount);
