// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <store/indexmerges.h>

#include <algorithm>

namespace huiyin {

namespace {

constexpr qint64 kTogether = 16;         ///< segments of a size that become one ('usermerge')
constexpr qint64 kTogetherInBulk = 4;    ///< the large ones of an import, at once
constexpr qint64 kBulk = 1000;           ///< texts of one transaction
constexpr qint64 kMergedPerText = 2;     ///< pages of the index; each text is rewritten once a size
constexpr qint64 kMergedPerSegment = 3;  ///< the more segments wait, the faster they go
constexpr qint64 kMostForSegments = 400; ///< so that no save takes long
constexpr qint64 kMostTexts = 1'000'000;

Result<Done> merge(Database &database, qint64 pages)
{
    return Query(database, "fts-merge").bindAt(1, pages).run();
}

Result<Done> mergeTogether(Database &database, qint64 segments)
{
    return Query(database, "fts-usermerge").bindAt(1, segments).run();
}

} // namespace

// The shape as the index notes it: a cookie of 4 bytes, then numbers of 7 bits a byte – levels,
// segments, leaves written, and of the first level those being merged and all.
Result<IndexShape> indexShape(Database &database)
{
    Query query(database, "fts-structure");
    const QByteArray block = query.next() ? query.blob("block") : QByteArray();
    if (query.failure()) {
        return *query.failure();
    }
    qsizetype place = 4;
    const auto number = [&] {
        qint64 value = 0;
        while (place < block.size()) {
            const auto byte = static_cast<unsigned char>(block.at(place++));
            value = (value << 7) | (byte & 0x7F);
            if (byte < 0x80) {
                break;
            }
        }
        return value;
    };
    const qint64 levels = number();
    IndexShape shape{.all = number()};
    static_cast<void>(number());
    static_cast<void>(number());
    shape.newest = levels > 0 ? number() : 0;
    return shape;
}

Result<Done> mergeAfter(Database &database, qint64 texts)
{
    if (texts >= kBulk) {
        auto done = mergeTogether(database, kTogetherInBulk);
        if (done) {
            done = merge(database, std::min(texts, kMostTexts) * kMergedPerText);
        }
        return done ? mergeTogether(database, kTogether) : done;
    }
    if (texts == 0) {
        return Done{};
    }
    const auto shape = indexShape(database);
    if (!shape) {
        return shape.error();
    }
    // What this save adds becomes a segment with its commit only.
    if (shape->newest < kTogether) {
        return Done{};
    }
    return merge(database,
                 std::max(texts, kTogether) * kMergedPerText +
                     std::min(shape->all * kMergedPerSegment, kMostForSegments));
}

Result<bool> mergeStep(Database &database, qint64 pages)
{
    auto transaction = Transaction::begin(database);
    if (!transaction) {
        return transaction.error();
    }
    const qint64 before = database.changes();
    auto done = merge(database, pages);
    // The command itself counts as one change.
    const bool more = database.changes() - before > 1;
    if (done) {
        done = (*transaction)->commit();
    }
    return done ? Result<bool>(more) : Result<bool>(done.error());
}

} // namespace huiyin
