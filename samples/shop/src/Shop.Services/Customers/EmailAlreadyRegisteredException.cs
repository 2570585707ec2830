namespace Shop.Services.Customers;

public sealed class EmailAlreadyRegisteredException() : Exception("A customer with this e-mail address exists already.");
