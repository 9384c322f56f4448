// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/field.h>
#include <forms/cell.h>

#include <QStringList>
#include <QVector>
#include <QWidget>

namespace huiyin {

class PickPopup;

/// Choices as on paper: boxes to tick, each with the digit that selects it. One tab stop; arrows
/// move inside, letters find a choice by the initials of its sounds. Long lists show the chosen
/// word and open a list on Alt+Down or F7.
class OptionCell : public QWidget, public Cell
{
    Q_OBJECT

public:
    enum class Mode { One, Many, Flag };

    /// \param choices  id and shown label of every choice
    /// \param shown    how many of them stand in the cell; the rest is in the list. 0 = as many as
    /// are readable
    OptionCell(Mode mode, QVector<std::pair<QString, QString>> choices, int shown, QWidget *parent);
    ~OptionCell() override;

    [[nodiscard]] QWidget *editor() override { return this; }

    [[nodiscard]] QJsonValue value() const override;
    void setValue(const QJsonValue &value, const QString &raw) override;
    void setReadOnly(bool readOnly) override;
    [[nodiscard]] int heightFor(int width) const override;

    [[nodiscard]] bool composing() const override { return m_composing; }

    /// The chosen words: what a screen reader says as the value.
    [[nodiscard]] QString spokenValue() const;

    [[nodiscard]] Mode mode() const { return m_mode; }

    [[nodiscard]] QStringList labels() const;

    [[nodiscard]] bool isChosen(int choice) const { return m_chosen.value(choice); }

    [[nodiscard]] bool readOnly() const { return m_readOnly; }

    /// Where the choice stands in the cell, null if it stands in the list.
    [[nodiscard]] QRect choiceRect(int choice) const;

    /// What a click on the choice does.
    void press(int choice);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Spot
    {
        int choice; ///< -1 = the way to the list
        QRect rect;
    };

    [[nodiscard]] QVector<int> inSight() const;
    [[nodiscard]] QVector<Spot> spots(int width) const;
    [[nodiscard]] bool listFace() const;

    [[nodiscard]] QString labelOf(int choice) const { return m_choices[choice].second; }

    void choose(int choice);
    void toggle(int choice);
    void clear();
    void changed();
    void openList();
    bool seek(const QString &typed);
    void markInList();

    Mode m_mode;
    QVector<std::pair<QString, QString>> m_choices;
    int m_shown;
    QVector<bool> m_chosen;
    int m_current = 0;
    bool m_readOnly = false;
    bool m_composing = false;
    QString m_typed;
    qint64 m_typedAt = 0;
    PickPopup *m_popup;
};

} // namespace huiyin
