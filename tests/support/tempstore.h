// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <store/store.h>

#include <QTemporaryDir>

#include <memory>
#include <mutex>
#include <random>

namespace huiyin::support {

/// A real case file in a folder of its own that goes with it. Randomness is seeded, so runs repeat.
class TempStore
{
public:
    explicit TempStore(const QStringList &searchFields = defaultSearchFields(),
                       quint32 seed = 20260213);

    [[nodiscard]] Store &store() { return *m_store; }

    [[nodiscard]] CaseLog &log() { return m_store->log(); }

    [[nodiscard]] CaseReader &reader() { return m_store->reader(); }

    [[nodiscard]] QString path() const { return m_dir.filePath(QStringLiteral("desk.huiyin")); }

    [[nodiscard]] QString folder() const { return m_dir.path(); }

    [[nodiscard]] StoreOptions options() const;

    /// Closes the file; open() opens it again.
    void close() { m_store.reset(); }

    void open();

    /// A seeded source of bytes, for ids.
    [[nodiscard]] QByteArray random(int n);

    [[nodiscard]] CaseId newCaseId(Instant at) { return CaseId::make(at, random(10)); }

    static QStringList defaultSearchFields();

private:
    /// An import draws ids on two threads; torn draws would give one id twice.
    struct Chance
    {
        std::mutex mutex = {};
        std::mt19937 engine;
    };

    QTemporaryDir m_dir;
    std::shared_ptr<Chance> m_chance;
    QStringList m_searchFields;
    std::unique_ptr<Store> m_store;
};

/// An opening event of a case with these fields; receivedAt is taken from `at` unless given.
[[nodiscard]] NewEvent opening(const CaseId &id,
                               const QJsonObject &fields,
                               Instant at,
                               Stage stage = Stage::Accepted,
                               const QJsonArray &clocks = {});

/// A handling clock as bodies hold it.
[[nodiscard]] QJsonObject handlingClock(Instant startedAt, Instant due);

/// A move of a case. \param stopped ids of clocks that stop at `at`
[[nodiscard]] NewEvent move(const CaseId &id,
                            const QString &action,
                            Stage from,
                            Stage to,
                            Instant at,
                            const QJsonObject &fields = {},
                            const QStringList &stopped = {});

} // namespace huiyin::support
