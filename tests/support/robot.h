// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <forms/formhouse.h>

#include <QString>
#include <QWidget>

#include <memory>

namespace huiyin::support {

/// Types at whatever has the focus, as a clerk and an input method do.
class Robot
{
public:
    explicit Robot(QWidget &window);

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void latin(const QString &text);       ///< key by key
    void commit(const QString &text);      ///< as an input method gives finished words
    void compose(const QString &text);     ///< pre-edit; empty ends it
    [[nodiscard]] QString focused() const; ///< objectName of the focus widget

private:
    [[nodiscard]] QWidget *target() const;

    QWidget &m_window;
};

/// A form house over the program's own library, with a clock the test moves.
struct FormBench
{
    FormBench();

    std::shared_ptr<const Library> library;
    std::shared_ptr<Instant> now;
    FormHouse house;

    [[nodiscard]] const Sheet &sheet(const QString &id) const;
};

} // namespace huiyin::support
