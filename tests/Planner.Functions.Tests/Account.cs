using Planner.Conformance.Stores;

[assembly: AssemblyFixture(typeof(StorageAccount))]
