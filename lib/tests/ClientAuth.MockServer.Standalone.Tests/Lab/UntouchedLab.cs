namespace ClientAuth.MockServer.Standalone.Tests.Lab;

/// <summary>Tests that share one program with <c>--lab</c> in which no fault ever strikes.</summary>
[CollectionDefinition(Name)]
public sealed class UntouchedLab : ICollectionFixture<RunningLabServer>
{
    public const string Name = "lab without faults";
}
