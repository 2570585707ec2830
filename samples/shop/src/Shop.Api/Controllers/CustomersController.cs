using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Shop.Api.Authentication;
using Shop.Domain.Customers;
using Shop.Services.Customers;

namespace Shop.Api.Controllers;

[ApiController]
[Route("api/customers")]
public sealed class CustomersController(ICustomerService customers) : ControllerBase
{
    [HttpPost]
    [AllowAnonymous]
    public async Task<ActionResult<CustomerResponse>> RegisterAsync(
        RegisterCustomerBody body, CancellationToken cancellationToken)
    {
        var customer = await customers.RegisterAsync(body.Email, body.FullName, cancellationToken);
        return Created($"/api/customers/{customer.Id}", CustomerResponse.From(customer));
    }

    [HttpGet("{customerId:long}")]
    [Authorize(Policy = Policies.CustomerOrStaff)]
    public async Task<ActionResult<CustomerResponse>> GetAsync(long customerId, CancellationToken cancellationToken) =>
        User.MaySee(customerId)
            ? CustomerResponse.From(await customers.GetAsync(customerId, cancellationToken))
            : Forbid();
}

public sealed record RegisterCustomerBody(string? Email, string? FullName);

public sealed record CustomerResponse(
    long Id, string Email, string FullName, string LoyaltyTier, DateTimeOffset CreatedAt)
{
    public static CustomerResponse From(Customer customer) => new(
        customer.Id,
        customer.Email.Value,
        customer.FullName,
        customer.LoyaltyTier.ToString().ToLowerInvariant(),
        customer.CreatedAt);
}
