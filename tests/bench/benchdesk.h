// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <desk/desk.h>
#include <store/store.h>

#include <QRandomGenerator>

#include <cstdio>
#include <cstdlib>
#include <memory>

#include "registermaker.h"

namespace huiyin::bench {

inline constexpr quint32 kSeed = 20260101;

/// The measured machine works at the end of the register's two years.
[[nodiscard]] Instant benchNow();

/// The value, or the end of the program with what went wrong.
template <typename T> T orDie(Result<T> result, const char *doing)
{
    if (!result.ok()) {
        std::fprintf(stderr,
                     "%s: %s %s\n",
                     doing,
                     qPrintable(result.error().code),
                     qPrintable(result.error().detail));
        std::exit(3);
    }
    return std::move(result).value();
}

/// A desk on a case file of its own, with seeded chance and a fixed clock.
class BenchDesk
{
public:
    /// Opens the case file, or makes one.
    explicit BenchDesk(const QString &path);

    Desk &desk() { return *m_desk; }

    CaseReader &reader() { return m_store->reader(); }

    [[nodiscard]] QString path() const { return m_store->path(); }

    QRandomGenerator &chance() { return m_chance; }

private:
    std::shared_ptr<const Library> m_library;
    QRandomGenerator m_chance;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Desk> m_desk;
};

/// Fills the case file by importing registers made in `folder`; gives the seconds of the import of
/// each.
QVector<double> fill(BenchDesk &bench, RegisterMaker &maker, qint64 cases, const QString &folder);

} // namespace huiyin::bench
