using Microsoft.IdentityModel.Tokens;

namespace ClientAuth.MockServer.Assertions;

/// <summary>
/// In place of a key where a server believes <c>alg</c> <c>none</c> (RFC 7518 §3.6): the signature must be empty, and then it "holds". No
/// server has it unless <see cref="Defence.AlgorithmOfRegistration"/> is switched off.
/// </summary>
internal sealed class UnsecuredKey : SecurityKey
{
    public override int KeySize => 0;
}
