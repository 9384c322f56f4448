// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/casefile.h>
#include <models/uiground.h>

#include <QAbstractListModel>
#include <QHash>

namespace huiyin {

/// The steps of a case, newest first, as sentences a person reads.
class TimelineModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        WhenRole = Qt::UserRole + 1,
        WhoRole,
        WhatRole,
        DetailRole,
        StruckRole,
        LateRole,
        ActionRole,
        SystemRole
    };

    explicit TimelineModel(UiGround ground, QObject *parent = nullptr);

    /// \param desk  whose roster and packs give names to people and steps
    void setCase(const CaseFile &caseFile, const Desk &desk);
    void clear();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    [[nodiscard]] QString what(const Step &step) const;
    [[nodiscard]] QString packNames(const QString &text) const;
    [[nodiscard]] QString detail(const Step &step) const;

    UiGround m_ground;
    QVector<Step> m_steps; ///< newest first
    QHash<QString, QString> m_names;
    QHash<QString, QString> m_words; ///< fields as the sheet of the case words them
    Regulation m_own;                ///< the pack the case follows
    QVector<Regulation> m_packs;
};

} // namespace huiyin
