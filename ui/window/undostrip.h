// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <window/banner.h>

#include <QTimer>

namespace huiyin {

/// Says what was just done and takes it back, for ten seconds. Stands in the layout, takes no
/// focus.
class UndoStrip : public Banner
{
    Q_OBJECT

public:
    explicit UndoStrip(QWidget *parent = nullptr);

    /// \param forMs so long it stands; what was offered before goes \param undo gives what to say
    void offerUndo(const QString &words, qint64 forMs, std::function<QString()> undo);

    [[nodiscard]] bool isOffering() const { return static_cast<bool>(m_undo); }

    /// Takes it back.
    void undo();

    /// The offer ends; what was done stays done.
    void end();

signals:
    void changed(); ///< an offer came or went
    void undone(const QString &words);

private:
    std::function<QString()> m_undo;
    QTimer m_timer;
};

} // namespace huiyin
