using ClientAuth.Client;

namespace ClientAuth.Lab.Exercises.Timing;

/// <summary>Wrong ways to ask for a token again.</summary>
internal static class RetryMistakes
{
    /// <summary>Again and again until the patience is over, with these waits in between, in milliseconds.</summary>
    /// <param name="wait">From how many there were before.</param>
    public static Func<TokenClient, Patience, Task<TokenOutcome>> WithWaits(Func<int, double> wait) =>
        (client, patience) =>
            AgainAsync(
                () => client.RequestTokenAsync("read", patience.Token),
                before => patience.WaitAsync(TimeSpan.FromMilliseconds(wait(before)))
            );

    /// <summary>Again and again.</summary>
    /// <param name="ask">Asks once.</param>
    /// <param name="wait">Waits, told how often it has done so before.</param>
    public static async Task<TokenOutcome> AgainAsync(Func<Task<TokenOutcome>> ask, Func<int, Task> wait)
    {
        for (var waits = 0; ; waits++)
        {
            try
            {
                return await ask();
            }
            catch (AuthorizationServerException)
            {
                await wait(waits);
            }
        }
    }

    /// <summary>A second time, and never a third.</summary>
    public static async Task<TokenOutcome> OnceMoreAsync(TokenClient client, Patience patience)
    {
        try
        {
            return await client.RequestTokenAsync("read", patience.Token);
        }
        catch (AuthorizationServerException)
        {
            await patience.WaitAsync(TimeSpan.FromMilliseconds(50));
            return await client.RequestTokenAsync("read", patience.Token);
        }
    }

    /// <summary>A second time, and what comes of it is dropped.</summary>
    public static async Task<TokenOutcome> AgainForNothingAsync(TokenClient client, Patience patience)
    {
        try
        {
            return await client.RequestTokenAsync("read", patience.Token);
        }
        catch (AuthorizationServerException)
        {
            await client.RequestTokenAsync("read", patience.Token);
            return null!;
        }
    }

    /// <summary>Until the patience is over, and then there is nothing: no outcome, and no exception.</summary>
    public static async Task<TokenOutcome> GivingUpSilentlyAsync(TokenClient client, Patience patience)
    {
        try
        {
            return await WithWaits(_ => 50)(client, patience);
        }
        catch (Exception error) when (error is AuthorizationServerException or OperationCanceledException)
        {
            return null!;
        }
    }
}
