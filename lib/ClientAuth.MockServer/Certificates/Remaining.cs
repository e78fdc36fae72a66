namespace ClientAuth.MockServer.Certificates;

/// <summary>How much work a request may still cause: its sender decides how many certificates and names there are to compare.</summary>
internal sealed class Remaining(long work)
{
    private long _work = work;

    /// <summary>Takes some of it; false where there is not so much left, and from then on.</summary>
    public bool TryTake(long amount)
    {
        _work = amount <= _work ? _work - amount : -1;
        return _work >= 0;
    }
}
