namespace Plus.Host.Database;

/// <summary>The database cannot be used; the message says why and what to do, in words for an operator.</summary>
public class DatabaseStartException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Another PLUS serves the same data folder.</summary>
public sealed class DataFolderInUseException(string message) : DatabaseStartException(message);
