namespace ClientAuth.Lab.ClientFiles;

/// <summary>Something wrong with a client's file or value, in words that hold neither the value nor a key nor a passphrase.</summary>
/// <param name="Wrong">What is wrong.</param>
/// <param name="WhatToDo">What mends it.</param>
public sealed record CredentialFlaw(string Wrong, string WhatToDo);
