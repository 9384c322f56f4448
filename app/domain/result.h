// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMap>
#include <QString>

#include <utility>
#include <variant>

namespace huiyin {

/// Named values for the blanks of a sentence: {"path": "/tmp/a.huiyin"} fills "{path}".
using Args = QMap<QString, QString>;

/// The world's matter: a disk, a lock, a damaged or newer file. `code` is dotted and stable
/// (`store.schema.newer`); its sentence lives in resources/texts. `detail` is for the log only.
struct Error
{
    QString code;
    Args args = {};
    QString detail = {};

    friend bool operator==(const Error &, const Error &) = default;
};

/// A value, or the error that stood in its way.
template <typename T> class [[nodiscard]] Result
{
public:
    Result(T value) // NOLINT: implicit so that `return value;` reads naturally
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }

    Result(Error error) // NOLINT: implicit so that `return Error{…};` reads naturally
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }

    explicit operator bool() const { return ok(); }

    [[nodiscard]] const T &value() const & { return std::get<0>(m_state); }

    [[nodiscard]] T &value() & { return std::get<0>(m_state); }

    [[nodiscard]] T &&value() && { return std::get<0>(std::move(m_state)); }

    [[nodiscard]] const T &operator*() const & { return value(); }

    [[nodiscard]] T &operator*() & { return value(); }

    [[nodiscard]] const T *operator->() const { return &value(); }

    [[nodiscard]] T *operator->() { return &value(); }

    [[nodiscard]] const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

/// Stands for "done" where there is nothing to give back.
struct Done
{
    friend bool operator==(const Done &, const Done &) = default;
};

} // namespace huiyin
