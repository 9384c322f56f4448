// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QVector>
#include <QWidget>

#include <functional>

namespace huiyin {

/// One way on from a closed door.
struct WayOut
{
    QString words;
    std::function<void()> take;
};

/// Stands where the desk cannot open: what is the matter in one sentence, and the ways out. A
/// window of its own, so that nothing behind it can be half there.
class GateWindow : public QWidget
{
    Q_OBJECT

public:
    GateWindow(const QString &heading,
               const QString &sentence,
               const QVector<WayOut> &ways,
               QWidget *parent = nullptr);

    [[nodiscard]] const QString &sentence() const { return m_sentence; }

private:
    QString m_sentence;
};

} // namespace huiyin
