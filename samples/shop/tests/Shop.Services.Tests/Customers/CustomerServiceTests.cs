using Shop.Domain.Customers;
using Shop.Services.Customers;
using Shop.Services.Tests.Fakes;

namespace Shop.Services.Tests.Customers;

public sealed class CustomerServiceTests
{
    private readonly CustomerService customers = new(new InMemoryShop(), new FixedClock());

    [Fact]
    public async Task Register_NewCustomer_StartsInTheStandardTier()
    {
        var customer = await customers.RegisterAsync(" ada@example.com ", " Ada ", default);

        Assert.Equal("ada@example.com", customer.Email.Value);
        Assert.Equal("Ada", customer.FullName);
        Assert.Equal(LoyaltyTier.Standard, customer.LoyaltyTier);
    }

    [Fact]
    public async Task Register_SameAddressInOtherCase_IsRefused()
    {
        await customers.RegisterAsync("ada@example.com", "Ada", default);

        await Assert.ThrowsAsync<EmailAlreadyRegisteredException>(
            () => customers.RegisterAsync("ADA@example.com", "Ada", default));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("ada")]
    [InlineData("ada@localhost")]
    [InlineData("a@b@c.example")]
    [InlineData("ada wong@example.com")]
    public async Task Register_NoAddress_IsRefused(string? email)
    {
        var refusal = await Assert.ThrowsAsync<RequestInvalidException>(
            () => customers.RegisterAsync(email, "Ada", default));

        Assert.Contains("email", refusal.Errors.Keys);
    }
}
