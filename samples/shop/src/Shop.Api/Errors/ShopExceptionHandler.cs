using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Shop.Domain.Orders;
using Shop.Services;
using Shop.Services.Customers;
using Shop.Services.Inventory;
using Shop.Services.Payments;

namespace Shop.Api.Errors;

/// <summary>Turns the refusals of the services into problem details. Everything else stays a 500.</summary>
internal sealed class ShopExceptionHandler(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(
        HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (StatusOf(exception) is not { } status)
        {
            return false;
        }

        context.Response.StatusCode = status;
        return await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = context,
            ProblemDetails = Describe(exception, status),
        });
    }

    private static int? StatusOf(Exception exception) => exception switch
    {
        RequestInvalidException => StatusCodes.Status400BadRequest,
        ResourceNotFoundException => StatusCodes.Status404NotFound,
        OrderTransitionException or InsufficientStockException or EmailAlreadyRegisteredException =>
            StatusCodes.Status409Conflict,
        PaymentDeclinedException => StatusCodes.Status402PaymentRequired,
        _ => null,
    };

    private static ProblemDetails Describe(Exception exception, int status) => exception switch
    {
        RequestInvalidException invalid => new ValidationProblemDetails(invalid.Errors.ToDictionary()) { Status = status },
        _ => new ProblemDetails { Status = status, Detail = exception.Message },
    };
}
