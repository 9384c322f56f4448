// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <store/tallycounts.h>

namespace huiyin {

namespace {

constexpr int kBits = 7;
constexpr quint8 kMore = 0x80; ///< another byte of the value follows

} // namespace

QByteArray packedCounts(const Counts &counts)
{
    QByteArray packed;
    for (size_t place = 0; place < counts.size(); ++place) {
        const qint64 count = counts[place];
        if (count == 0) {
            continue;
        }
        packed.append(static_cast<char>(place));
        // Small numbers of either sign stay short.
        quint64 rest = (static_cast<quint64>(count) << 1) ^ static_cast<quint64>(count >> 63);
        while (rest >= kMore) {
            packed.append(static_cast<char>((rest & (kMore - 1)) | kMore));
            rest >>= kBits;
        }
        packed.append(static_cast<char>(rest));
    }
    return packed;
}

bool addPacked(QByteArrayView packed, Counts &sum)
{
    int last = -1;
    for (qsizetype i = 0; i < packed.size();) {
        const auto place = static_cast<quint8>(packed[i++]);
        if (place >= sum.size() || int{place} <= last) {
            return false;
        }
        last = place;
        quint64 value = 0;
        for (int shift = 0;; shift += kBits) {
            if (i == packed.size() || shift > 63) {
                return false;
            }
            const auto byte = static_cast<quint8>(packed[i++]);
            value |= static_cast<quint64>(byte & (kMore - 1)) << shift;
            if (byte < kMore) {
                break;
            }
        }
        const auto count = static_cast<qint64>(value >> 1) ^ -static_cast<qint64>(value & 1);
        sum[place] += count;
    }
    return true;
}

} // namespace huiyin
