namespace ClientAuth.Lab.OwnServer.Settings;

/// <summary>The settings of the learner's server are wrong. The message says where, what, and what to do; it never quotes a credential.</summary>
public sealed class OwnServerSettingsException(string where, string problem, Exception? cause = null)
    : Exception($"{where}: {problem}", cause);
