namespace ClientAuth.SharedState.Redis;

/// <summary>
/// The decisions as Redis makes them, one script each: Redis runs a script as one step. Each first asks whether Redis is still the one that
/// nodes may rely on, whether its nodes sign with this node's key, and whether this node's clock goes with those of the others; otherwise it
/// changes nothing and says why.
/// </summary>
internal static class Scripts
{
    /// <summary>The decision was made; what follows is its outcome.</summary>
    public const string Done = "done";

    /// <summary>Redis holds nothing of the issuer.</summary>
    public const string Empty = "empty";

    /// <summary>Redis was started again since nodes last relied on it.</summary>
    public const string Restarted = "restarted";

    /// <summary>The nodes of the issuer sign with another key by now.</summary>
    public const string Signer = "signer";

    /// <summary>The clock of this node is too far from that of the others; what follows is by how many milliseconds.</summary>
    public const string Clock = "clock";

    // KEYS[1] is the mark of trust, ARGV[1] the node's time, ARGV[2] the tolerated difference, both in milliseconds, ARGV[3] its key's thumbprint.
    private const string Guard = """
        local mark = redis.call('HMGET', KEYS[1], 'run', 'offset', 'signer')
        if not mark[1] then return {'empty'} end
        if mark[3] ~= ARGV[3] then return {'signer'} end
        if mark[1] ~= string.match(redis.call('INFO', 'server'), 'run_id:(%x+)') then return {'restarted'} end
        local time = redis.call('TIME')
        local off = ARGV[1] - (time[1] * 1000 + math.floor(time[2] / 1000)) - mark[2]
        if math.abs(off) > tonumber(ARGV[2]) then return {'clock', off} end

        """;

    /// <summary>Marks all keys as used, each for so many milliseconds from ARGV[4] on, or none; gives the place of the first that was used, or 0.</summary>
    public const string UseAll =
        Guard
        + """
            for i = 2, #KEYS do
              if redis.call('EXISTS', KEYS[i]) == 1 then return {'done', i - 1} end
            end
            for i = 2, #KEYS do redis.call('SET', KEYS[i], '', 'PX', ARGV[i + 2]) end
            return {'done', 0}
            """;

    /// <summary>Whether the key is used: 1 or 0.</summary>
    public const string IsUsed = Guard + "return {'done', redis.call('EXISTS', KEYS[2])}";

    /// <summary>Marks the key as used for so many milliseconds.</summary>
    public const string MarkUsed = Guard + "redis.call('SET', KEYS[2], '', 'PX', ARGV[4]) return {'done'}";

    /// <summary>Version and value; the value only where the version is not ARGV[4], and 0 where there is none.</summary>
    public const string Read =
        Guard
        + """
            local version = redis.call('HGET', KEYS[2], 'version')
            if not version then return {'done', 0} end
            if version == ARGV[4] then return {'done', tonumber(version)} end
            return {'done', tonumber(version), redis.call('HGET', KEYS[2], 'value')}
            """;

    /// <summary>Writes ARGV[5] where the version is ARGV[4], for ARGV[6] milliseconds, or 0 for ever; gives the new version, or 0.</summary>
    // A version is the time in microseconds, so that none comes again where the value was gone meanwhile or Redis went back to an older one.
    // It stays below 2^53, up to which Lua counts exactly.
    public const string Write =
        Guard
        + """
            local version = redis.call('HGET', KEYS[2], 'version') or '0'
            if version ~= ARGV[4] then return {'done', 0} end
            local new = math.max(version + 1, time[1] * 1000000 + time[2])
            redis.call('HSET', KEYS[2], 'version', string.format('%.0f', new), 'value', ARGV[5])
            if ARGV[6] ~= '0' then redis.call('PEXPIRE', KEYS[2], ARGV[6]) end
            return {'done', new}
            """;

    /// <summary>Takes the value out, where there is one.</summary>
    public const string Take =
        Guard
        + """
            local value = redis.call('HGET', KEYS[2], 'value')
            if not value then return {'done'} end
            redis.call('DEL', KEYS[2])
            return {'done', value}
            """;

    /// <summary>What there is to know before nodes rely on Redis: the mark of trust, and this run of Redis.</summary>
    // With false where Redis does not tell: a nil would end the list.
    public const string Facts = """
        local mark = redis.call('HMGET', KEYS[1], 'run', 'signer', 'lossless', 'offset')
        local time = redis.call('TIME')
        local memory = redis.call('INFO', 'memory')
        return {
          mark[1], mark[2], mark[3], mark[4],
          string.match(redis.call('INFO', 'server'), 'run_id:(%x+)') or false,
          time[1] * 1000 + math.floor(time[2] / 1000),
          string.match(memory, 'maxmemory:(%d+)') or false,
          string.match(memory, 'maxmemory_policy:(%S+)') or false,
          string.match(redis.call('INFO', 'replication'), 'second_repl_offset:(%-?%d+)') or '-1',
        }
        """;

    /// <summary>Sets the mark of trust where its run is still ARGV[1]; gives 1 or 0.</summary>
    public const string Trust = """
        if (redis.call('HGET', KEYS[1], 'run') or '') ~= ARGV[1] then return 0 end
        redis.call('HSET', KEYS[1], 'run', ARGV[2], 'signer', ARGV[3], 'lossless', ARGV[4], 'offset', ARGV[5])
        return 1
        """;
}
