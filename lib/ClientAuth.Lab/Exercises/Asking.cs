using ClientAuth.Client;

namespace ClientAuth.Lab.Exercises;

/// <summary>Wrong ways to ask for a token again.</summary>
internal static class Asking
{
    /// <summary>Again and again, with the same wait in between, until the patience is over.</summary>
    public static async Task<TokenOutcome> AgainAsync(
        Func<CancellationToken, Task<TokenOutcome>> ask,
        Patience patience,
        int milliseconds
    )
    {
        while (true)
        {
            try
            {
                return await ask(patience.Token);
            }
            catch (AuthorizationServerException)
            {
                await patience.WaitAsync(TimeSpan.FromMilliseconds(milliseconds));
            }
        }
    }

    /// <summary>However long that takes.</summary>
    public static async Task<TokenOutcome> WithoutEndAsync(TokenClient client)
    {
        while (true)
        {
            try
            {
                return await client.RequestTokenAsync("read");
            }
            catch (AuthorizationServerException)
            {
                // And asks again.
            }
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
            return await AgainAsync(token => client.RequestTokenAsync("read", token), patience, 50);
        }
        catch (Exception error) when (error is AuthorizationServerException or OperationCanceledException)
        {
            return null!;
        }
    }
}
